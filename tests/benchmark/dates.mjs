// Reads a JSON array of dates from standard input, and tells how long edtf.js takes for all of them: parsing, and
// parsing with first and last day. Microseconds a date, the best of several rounds; how many it reads.
//   node dates.mjs FOLDER < texts.json     FOLDER: where `npm install edtf` was run

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'

const edtf = createRequire(resolve(process.argv[2], 'package.json'))('edtf').default
const texts = JSON.parse(readFileSync(0))

let best = Infinity, read = 0
for (let round = 0; round < 7; ++round) {
  read = 0
  let days = 0
  const began = process.hrtime.bigint()
  for (const text of texts) {
    try { const d = edtf(text); days += d.max - d.min; ++read } catch {}
  }
  best = Math.min(best, Number(process.hrtime.bigint() - began) / 1000 / texts.length)
}
process.stdout.write(JSON.stringify({ us: best, read }))
