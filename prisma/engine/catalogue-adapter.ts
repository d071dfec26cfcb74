import { PrismaPg } from '@prisma/adapter-pg'
import {
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from '@prisma/driver-adapter-utils'
import pg from 'pg'

// The catalogue's one-letter columns have a type ("char", OID 18) that the adapter does not know. The engine
// wants them as characters, so they pass the adapter as text and are marked again behind it.
const ONE_LETTER_TYPE = 18
const TEXT_TYPE = 25

type CatalogueConnection = { pool: pg.Pool; oneLetterColumns: boolean[] }

export type CatalogueAdapter = {
  factory: SqlMigrationAwareDriverAdapterFactory
  close: () => Promise<void>
}

function openConnection(connectionString: string): CatalogueConnection {
  const pool = new pg.Pool({ connectionString, options: '-c timezone=UTC', max: 1 })
  const query = pool.query.bind(pool)
  const connection: CatalogueConnection = { pool, oneLetterColumns: [] }
  const asText = async (statement: pg.QueryConfig) => {
    const result = await query(statement)
    connection.oneLetterColumns = result.fields.map((field) => field.dataTypeID === ONE_LETTER_TYPE)
    for (const field of result.fields) {
      if (field.dataTypeID === ONE_LETTER_TYPE) field.dataTypeID = TEXT_TYPE
    }
    return result
  }
  Object.assign(pool, { query: asText })
  return connection
}

/** Prisma's adapter, able to read the catalogue too. For the schema engine, which asks one thing at a time. */
export function catalogueAdapter(connectionString: string): CatalogueAdapter {
  const connection = openConnection(connectionString)
  const factory = new PrismaPg(connection.pool, { disposeExternalPool: true })
  const connect = async () => {
    const adapter = await factory.connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (query: SqlQuery) => {
      const result = await queryRaw(query)
      const columnTypes = result.columnTypes.map((type, column) =>
        connection.oneLetterColumns[column] ? ColumnTypeEnum.Character : type,
      )
      return { ...result, columnTypes }
    }
    return adapter
  }
  const connectToShadowDb = () => Promise.reject(new Error('A shadow database is not used here.'))
  return {
    factory: { provider: 'postgres', adapterName: factory.adapterName, connect, connectToShadowDb },
    close: () => connection.pool.end(),
  }
}
