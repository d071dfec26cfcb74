import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import type { PressAnswer } from './press.ts'

type Asked = { number: number; template: string; data: string }

const fonts = createRequire(import.meta.url)
const font = (weight: string) =>
  readFileSync(fonts.resolve(`@expo-google-fonts/source-sans-3/${weight}/SourceSans3_${weight}.ttf`))

// This folder is all of the machine that a template could read.
const compiler = NodeCompiler.create({
  workspace: import.meta.dirname,
  fontArgs: [{ fontBlobs: [font('400Regular'), font('700Bold')] }],
})

function print({ template, data }: Asked): Buffer {
  compiler.mapShadow(`${import.meta.dirname}/data.json`, Buffer.from(data))
  const compiled = compiler.compile({ mainFileContent: template })
  if (compiled.result === null) {
    const error = compiled.takeError()
    throw new Error(`The template does not hold: ${JSON.stringify(error?.shortDiagnostics ?? [])}`)
  }
  const pdf = compiler.pdf(compiled.result, { pdfStandard: PdfStandard.UA_1 })
  compiler.evictCache(10)
  return pdf
}

parentPort?.on('message', (asked: Asked) => {
  let answer: PressAnswer
  try {
    answer = { number: asked.number, pdf: print(asked) }
  } catch (error) {
    answer = { number: asked.number, fault: error instanceof Error ? error.message : String(error) }
  }
  parentPort?.postMessage(answer)
})
