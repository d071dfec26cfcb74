import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg'
import { catalogueAdapter } from './catalogue-adapter.ts'

type SchemaFile = { path: string; content: string }

const WASM_FILE = createRequire(import.meta.url)
  .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  .replace('_bg.js', '_bg.wasm')

let loaded: Promise<void> | undefined

async function load(): Promise<void> {
  // The engine reports a panic through this global.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (message: string) => {
        throw new Error(message)
      },
    },
  })
  const { instance } = await WebAssembly.instantiate(readFileSync(WASM_FILE), {
    './schema_engine_bg.js': { ...engine },
  })
  Reflect.get(engine, '__wbg_set_wasm')(instance.exports)
  Reflect.get(instance.exports, '__wbindgen_start')()
}

export function readSchema(folder: string): SchemaFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({ path: name, content: readFileSync(`${folder}/${name}`, 'utf8') }))
}

export type OpenEngine = { engine: engine.SchemaEngine; close: () => Promise<void> }

/** Prisma's own schema engine, built as WebAssembly: its native build is a download that a firewall may stop. */
export async function openSchemaEngine(connectionString: string, schema: SchemaFile[]): Promise<OpenEngine> {
  loaded ??= load()
  await loaded
  const adapter = catalogueAdapter(connectionString)
  const opened = await engine.SchemaEngine.new(
    { datamodels: schema.map((file) => [file.path, file.content]) },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter.factory),
  )
  return { engine: opened, close: adapter.close }
}
