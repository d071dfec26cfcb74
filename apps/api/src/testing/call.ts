import type { App } from '#api/route.ts'

export type Cookie = { cookie: string }

export type Answer<Body> = { status: number; body: Body; headers: Record<string, unknown> }

/** One request of the API, as a client makes it. */
export async function call<Body = Record<string, unknown>>(
  app: App,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  { as, body, headers = {} }: { as: Cookie; body?: object; headers?: Record<string, string> },
): Promise<Answer<Body>> {
  const response = await app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { ...as, ...headers },
    ...(body === undefined ? {} : { payload: body }),
  })
  return { status: response.statusCode, body: response.json() as Body, headers: response.headers }
}
