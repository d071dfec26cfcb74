import { startTestServer } from '../../../prisma/testing/test-server.ts'

const server = await startTestServer()

import http from 'node:http'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { createTestDatabase } from '@accord/database/testing'
import { buildTestApp } from '#api/testing/test-app.ts'

const db = await createTestDatabase({ content: 'demonstration' })
await db.pool.query(`
 with c as (select id from organisation where slug='cherwell'),
 src as (select a.* from vfm_assessment a join partnership p on p.id=a.partnership_id where p.slug='cherwell-rural-transport-partnership' and a.start_year=2008),
 neu as (insert into vfm_assessment select gen_random_uuid(), s.council_id, r.partnership_id, s.start_year, s.state, s.version, s.rating, s.rating_reason, s.answer, s.answer_reason, s.assessed_by_id, s.assessed_on, s.moderated_by_id, s.moderated_on, s.agreed_by_id, s.agreed_on, null from src s, register_entry r, c where r.council_id=c.id and r.removed_on is null and not exists (select from vfm_assessment x where x.council_id=c.id and x.partnership_id=r.partnership_id and x.start_year=2008) returning id),
 j as (insert into vfm_judgement select gen_random_uuid(), n.id, j.criterion_id, j.rating, j.judgement from neu n, vfm_judgement j, src where j.assessment_id=src.id),
 v as (insert into vfm_investment select gen_random_uuid(), n.id, j.kind, j.title, j.hours, j.pence, j.position from neu n, vfm_investment j, src where j.assessment_id=src.id)
 insert into vfm_saving select gen_random_uuid(), n.id, j.kind, j.title, j.pence, j.signed_by, j.signed_on, j.position from neu n, vfm_saving j, src where j.assessment_id=src.id`)
await db.pool.query('analyze')
const api = await buildTestApp(db)
const { cookie } = await api.signedInAs('scrutiny@cherwell.example')
const address = await api.app.listen({ port: 0, host: '127.0.0.1' })
const code = `
const http=require('node:http');const {workerData,parentPort}=require('node:worker_threads');
const agent=new http.Agent({keepAlive:true,maxSockets:20});
const get=()=>new Promise((ok,no)=>{http.get(workerData.url,{agent,headers:{cookie:workerData.cookie}},r=>{let n=0;r.on('data',c=>n+=c.length);r.on('end',()=>ok([r.statusCode,n]))}).on('error',no)});
(async()=>{const first=await get();for(let i=0;i<60;i++)await get();const t=[];const end=Date.now()+6000;await Promise.all(Array.from({length:20},async()=>{while(Date.now()<end){const s=performance.now();await get();t.push(performance.now()-s)}}));t.sort((a,b)=>a-b);parentPort.postMessage({first,n:t.length,p50:t[t.length>>1],p99:t[Math.floor(t.length*.99)]})})()`
for (const path of ['?all=true', '']) {
  const result = await new Promise((ok) =>
    new Worker(code, {
      eval: true,
      workerData: { url: `${address}/api/v1/councils/cherwell/value-for-money${path}`, cookie },
    }).once('message', ok),
  )
  console.log(path, result)
}
const { readComparison } = await import('./modules/value-for-money/comparison.queries.ts')
let s = performance.now()
for (let i = 0; i < 100; i++)
  await readComparison({ database: db, today: '2009-10-19' } as never, {
    council: 'cherwell',
    startYear: 2008,
    all: true,
    quarterIndex: 2009 * 4 + 1,
  })
console.log('sql ms', (performance.now() - s) / 100)
const row = await readComparison({ database: db, today: '2009-10-19' } as never, {
  council: 'cherwell',
  startYear: 2008,
  all: true,
  quarterIndex: 2009 * 4 + 1,
})
const { compare } = await import('./modules/value-for-money/comparison.ts')
s = performance.now()
for (let i = 0; i < 300; i++)
  compare(row!, { council: 'Cherwell', startYear: 2008, quarterIndex: 2009 * 4 + 1 })
console.log('map ms', (performance.now() - s) / 300)
await api.close()
await db.drop()
await server.stop()
process.exit(0)
