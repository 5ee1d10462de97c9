import { words as chatWords } from './delivery/words.ts'
import { openLog } from './log.ts'
import { words } from './people/words.ts'
import { readSettings, WrongSettings } from './settings.ts'
import { speaker } from './shared/words.ts'
import { start } from './start.ts'

try {
  const settings = readSettings()
  const running = await start(settings, openLog(settings.logLevel))
  const t = speaker(settings.lang)
  process.stdout.write(`${t(words.running, { url: running.url })}\n`)
  if (running.firstLink) process.stdout.write(`${t(words.firstLink, { url: running.firstLink })}\n`)
  if (!running.chatIsOn) process.stdout.write(`${t(chatWords.chatOff)}\n`)
  const stop = () => void running.stop().then(() => process.exit(0))
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(error instanceof WrongSettings ? 2 : 1)
}
