import { type Bench, type Figure, rounded } from './bench.ts'
import { chatBench } from './chat.ts'
import { districtBench } from './district.ts'
import { formsBench } from './forms.ts'
import { meetingsBench } from './meetings.ts'
import { ratingsBench } from './ratings.ts'
import { staffBench } from './staff.ts'
import { storeBench } from './store.ts'
import { surveysBench } from './surveys.ts'

const benches: readonly Bench[] = [
  surveysBench,
  districtBench,
  chatBench,
  formsBench,
  meetingsBench,
  staffBench,
  ratingsBench,
  storeBench,
]

// A figure that misses its aim is told, not failed: on a crowded machine that proves nothing.
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
process.stderr.write(missed === 0 ? 'every figure is good enough\n' : `${missed} figures miss their aim\n`)
