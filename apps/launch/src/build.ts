import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { checkStamp, startStep } from '../steps.mjs'
import { root } from '../toolchain.mjs'

export class BuildError extends Error {}

type Build = {
  title: string
  name: string
  inputs: string[]
  output: string
  folder: string
  command: string[]
}

const builds = {
  client: {
    title: 'Generating the database client',
    name: 'client',
    inputs: ['prisma/schema', 'prisma/package.json', 'prisma/generate.ts'],
    output: 'prisma/client/generated/client.ts',
    folder: 'prisma',
    command: [process.execPath, 'generate.ts'],
  },
  web: {
    title: 'Building the app',
    name: 'web',
    inputs: ['apps/web', 'packages/domain/src', 'packages/api-client/src', 'pnpm-lock.yaml'],
    output: 'apps/web/dist/index.html',
    folder: 'apps/web',
    command: ['pnpm', 'run', 'build'],
  },
} satisfies Record<string, Build>

function build({ title, name, inputs, output, folder, command }: Build): void {
  const stamp = checkStamp({ name, inputs, output })
  if (stamp.isDone) return
  const end = startStep(title)
  const [program = '', ...rest] = command
  const { status, stdout, stderr } = spawnSync(program, rest, {
    cwd: join(root, folder),
    // Whatever the caller's environment says: what is built here is served.
    env: { ...process.env, NODE_ENV: 'production' },
    encoding: 'utf8',
  })
  if (status !== 0) throw new BuildError(`\n${title} failed:\n${stdout}${stderr}`)
  end()
  stamp.done()
}

export function generateClient(): void {
  build(builds.client)
}

export function buildWeb(): void {
  build(builds.web)
}
