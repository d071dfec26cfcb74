import pg from 'pg'

/**
 * One connection for one kind of statement, opened when it is first asked for and anew after it was lost. A pool
 * of one would do the same; handing the connection out and back costs as much as asking.
 */
export function createOwnConnection(options: pg.ClientConfig, onOpen: () => void = () => undefined) {
  let opened: Promise<pg.Client> | null = null

  async function open(): Promise<pg.Client> {
    const client = new pg.Client(options)
    const forget = () => {
      opened = null
    }
    client.on('error', forget)
    client.on('end', forget)
    try {
      await client.connect()
    } catch (error) {
      forget()
      throw error
    }
    onOpen()
    return client
  }

  return {
    client(): Promise<pg.Client> {
      opened ??= open()
      return opened
    },
    async close(): Promise<void> {
      const closing = opened
      opened = null
      await closing?.then(
        (client) => client.end(),
        () => undefined,
      )
    },
  }
}
