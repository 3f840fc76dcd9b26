// Reads a JSON array of strings from standard input, and writes what the readers of npm make of each: for each
// reader null, or [level, first day, last day]; a day is null where the reader gives none.
//   node peers.mjs FOLDER < strings.json     FOLDER: where `npm install edtf @edtf-ts/core` was run

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'

const require = createRequire(resolve(process.argv[2], 'package.json'))

function day(time) {
  const date = new Date(time)
  if (!Number.isFinite(date.getTime())) return null
  const year = date.getUTCFullYear()
  const digits = String(Math.abs(year)).padStart(4, '0')
  return (year < 0 ? '-' : '') + digits + date.toISOString().slice(-20, -14)
}

async function optional(name) {
  try { return require(name) } catch { return null }
}

const readers = {}
const edtf = await optional('edtf')
if (edtf) {
  readers['edtf.js'] = text => {
    const { level } = edtf.parse(text)
    let first = null, last = null
    try { const d = edtf.default(text); first = day(d.min ?? NaN); last = day(d.max ?? NaN) } catch {}
    return [level, first, last]
  }
}
const ts = await optional('@edtf-ts/core')
if (ts) {
  readers['edtf-ts'] = text => {
    const read = ts.parse(text)
    if (!read.success) return null
    let first = null, last = null
    try { first = day(read.value.min); last = day(read.value.max) } catch {}
    return [read.level, first, last]
  }
}

const texts = JSON.parse(readFileSync(0))
const found = {}
for (const [name, read] of Object.entries(readers)) {
  found[name] = texts.map(text => {
    try { return read(text) } catch { return null }
  })
}
process.stdout.write(JSON.stringify(found))
