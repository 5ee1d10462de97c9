import { type Bench, type Figure, rounded } from './bench.ts'
import { chatBench } from './chat.ts'
import { formsBench } from './forms.ts'
import { storeBench } from './store.ts'
import { surveysBench } from './surveys.ts'

const benches: readonly Bench[] = [chatBench, formsBench, storeBench, surveysBench]

let missed = 0
for (const bench of benches) {
  await bench.run((figure: Figure) => {
    const { value, floor, atLeast = false } = figure
    const ok = atLeast ? value >= floor : value <= floor
    if (!ok) missed += 1
    const line = { bench: bench.name, ...figure, value: rounded(value), floor: rounded(floor), ok }
    process.stdout.write(`${JSON.stringify(line)}\n`)
  })
}
process.exitCode = missed === 0 ? 0 : 1
