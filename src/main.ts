import { pino } from 'pino'
import { readSettings, WrongSettings } from './settings.ts'
import { start } from './start.ts'

try {
  const settings = readSettings()
  const running = await start(settings, pino({ level: settings.logLevel }))
  const stop = () => void running.stop().then(() => process.exit(0))
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(error instanceof WrongSettings ? 2 : 1)
}
