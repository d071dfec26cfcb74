import { handOver } from './prepare.mjs'

handOver('test.ts')
