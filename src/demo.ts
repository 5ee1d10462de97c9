import { words } from './demo/words.ts'
import { openLog } from './log.ts'
import { readSettings, WrongSettings } from './settings.ts'
import { speaker } from './shared/words.ts'
import { startDemo } from './start-demo.ts'

try {
  const settings = readSettings()
  const level = settings.logLevel === 'info' ? 'warn' : settings.logLevel
  const demo = await startDemo(settings, openLog(level))
  const t = speaker(settings.lang)
  const tips = t(words.tryThese)
    .split('\n')
    .map((tip, at) => `  ${at + 1}. ${tip}`)
    .join('\n')
  process.stdout.write(`${t(words.ready, { url: demo.url, product: demo.product, tips })}\n`)
  const stop = () => void demo.stop().then(() => process.exit(0))
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(error instanceof WrongSettings ? 2 : 1)
}
