import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { askOwner, claimFolder } from '../../../../src/shared/store/json/owner.ts'
import { testFolder } from '../../../helpers/store.ts'

const locked = { name: 'StoreLocked' }

async function claimed(folder: string) {
  const claim = await claimFolder(folder)
  onTestFinished(() => claim.release())
  return claim
}

/** A process that owns a folder until it is killed. */
async function foreignOwner(folder: string) {
  const owner = join(import.meta.dirname, '../../../../src/shared/store/json/owner.ts')
  const script = `
    const { claimFolder } = await import(${JSON.stringify(owner)})
    await claimFolder(${JSON.stringify(folder)}).then(() => console.log('mine'), error => console.log(error.name))
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  onTestFinished(kill)
  const [said] = await once(createInterface({ input: child.stdout }), 'line')
  return { said: String(said), kill }
}

test('a folder has one owner at a time', async () => {
  const folder = await testFolder()
  const claim = await claimed(folder)
  await expect(claimFolder(folder)).rejects.toMatchObject(locked)
  await claim.release()
  await claimed(folder)
  await expect(claimFolder(folder)).rejects.toMatchObject(locked)
})

test('the folder and the socket are for their owner only', async () => {
  const folder = join(await testFolder(), 'a', 'store')
  await claimed(folder)
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
  expect((await stat(join(folder, 'owner-1.sock'))).mode & 0o777).toBe(0o600)
})

test('a folder whose owner was killed is free again, and of many who want it one gets it', async () => {
  const folder = await testFolder()
  const owner = await foreignOwner(folder)
  expect(owner.said).toBe('mine')
  await expect(claimFolder(folder)).rejects.toMatchObject(locked)
  await owner.kill()
  const tries = await Promise.allSettled(Array.from({ length: 30 }, () => claimed(folder)))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const tried of tries) if (tried.status === 'rejected') expect(tried.reason).toMatchObject(locked)
})

test('processes that race for a dead owner’s folder agree on one', async () => {
  const folder = await testFolder()
  await (await foreignOwner(folder)).kill()
  const owners = await Promise.all([1, 2, 3].map(() => foreignOwner(folder)))
  expect(owners.map(({ said }) => said).sort()).toEqual(['StoreLocked', 'StoreLocked', 'mine'])
})

test('claiming again and again leaves nothing behind but the last names', async () => {
  const folder = await testFolder()
  for (let n = 0; n < 10; n += 1) await (await claimFolder(folder)).release()
  expect((await readdir(folder)).sort()).toEqual(['owner-10.sock', 'owner-9.sock'])
})

test('the owner answers what others ask it, errors in its own words', async () => {
  const folder = await testFolder()
  expect(await askOwner(folder, { command: 'summary' })).toBeUndefined()
  const claim = await claimed(folder)
  const early = askOwner(folder, { command: 'early' })
  claim.listen(async request => {
    if (JSON.stringify(request).includes('wrong')) throw new Error('没有这个命令')
    return { asked: request, text: '下河\n' }
  })
  expect(await early).toEqual({ asked: { command: 'early' }, text: '下河\n' })
  await expect(askOwner(folder, 'wrong')).rejects.toThrow('没有这个命令')
  const large = 'x'.repeat(1_000_000)
  expect(await askOwner(folder, large)).toMatchObject({ asked: large })
  await claim.release()
  expect(await askOwner(folder, { command: 'summary' })).toBeUndefined()
})

test('a folder with a long path has its lock and its line just the same', async () => {
  const folder = join(await testFolder(), '很长的文件夹名称'.repeat(6), '数据')
  await mkdir(folder, { recursive: true })
  expect(Buffer.byteLength(folder)).toBeGreaterThan(107)
  const claim = await claimed(folder)
  claim.listen(async () => 'here')
  await expect(claimFolder(folder)).rejects.toMatchObject(locked)
  expect(await askOwner(folder, 1)).toBe('here')
})
