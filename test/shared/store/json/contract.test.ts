import { openTestStore, testFolder } from '../../../helpers/store.ts'
import { type OpenEngine, type Opened, storeContract } from '../contract.ts'

const openJson: OpenEngine = async (collections, factLogs) => {
  const folder = await testFolder()
  const open = async (): Promise<Opened> => {
    const store = await openTestStore({ folder, collections, factLogs })
    return {
      store,
      reopen: async () => {
        await store.close()
        return open()
      },
    }
  }
  return open()
}

storeContract('the JSON engine', openJson)
