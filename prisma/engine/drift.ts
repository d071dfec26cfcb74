import { fileURLToPath } from 'node:url'
import { openSchemaEngine, readSchema } from './schema-engine.ts'

export const SCHEMA_FOLDER = fileURLToPath(new URL('../schema', import.meta.url))

/**
 * What differs between a migrated database and the schema files, in Prisma's words; null when nothing does.
 * CHECKs, triggers and functions are not part of the comparison: the schema files cannot express them.
 */
export async function describeDrift(
  connectionString: string,
  schemaFolder: string = SCHEMA_FOLDER,
): Promise<string | null> {
  const files = readSchema(schemaFolder)
  const { engine, close } = await openSchemaEngine(connectionString, files)
  try {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: schemaFolder },
      to: { tag: 'schemaDatamodel', files },
      script: false,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    })
    return exitCode === 0 ? null : (stdout ?? '')
  } finally {
    await close()
  }
}
