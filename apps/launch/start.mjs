import { handOver } from './prepare.mjs'

handOver('start.ts')
