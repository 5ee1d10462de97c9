import type { View } from '../shared/web/env.ts'
import { rootOf } from './merkle.ts'
import type { Publication } from './publication.ts'
import { receiptWords } from './receipt-words.ts'
import type { ReceiptProof, Receipts } from './receipts.ts'
import type { Round } from './round.ts'

interface ReceiptsProps {
  readonly view: View
  readonly round: Round
  /** The ending whose receipts they are. */
  readonly shown: Publication
  readonly receipts: Receipts
  readonly typed: string
  /** Of the receipt that was typed, when it is among those of the round. */
  readonly proof?: ReceiptProof
}

/** Where anybody checks that an answer is among those counted. */
export function ReceiptsPage({ view: { t }, round, shown, receipts, typed, proof }: ReceiptsProps) {
  const { tree, roots, fixed } = receipts
  const isOlder = fixed !== roots.at(-1)
  const of = isOlder ? `?ending=${shown.ending}` : ''
  const differs = fixed !== undefined && fixed.root !== rootOf(tree).toString('hex')
  return (
    <>
      <h1>{t(receiptWords.receipts)}</h1>
      <p>
        <a href={`/r/${round.id}${of}`}>
          {round.asker} · {t(round.form.title)}
        </a>
      </p>
      {differs && (
        <p class="notice" role="alert">
          {t(receiptWords.rootDiffers)}
        </p>
      )}
      <form method="get" action={`/r/${round.id}/receipts`}>
        {isOlder && <input type="hidden" name="ending" value={`${shown.ending}`} />}
        <label for="receipt">{t(receiptWords.receiptLabel)}</label>
        <input id="receipt" name="receipt" value={typed} required maxlength={20} autocomplete="off" />
        <button type="submit">{t(receiptWords.receiptCheck)}</button>
      </form>
      {typed !== '' &&
        (proof ? (
          <Found t={t} round={round} proof={proof} ending={isOlder ? shown.ending : undefined} />
        ) : (
          <Missing t={t} />
        ))}
      <h2>{t(receiptWords.receiptRoots)}</h2>
      <p>{t(receiptWords.receiptRootsHint)}</p>
      <ul>
        {roots.map(({ id, on, size, root }) => (
          <li>
            {id === shown.id ? (
              <strong>{t(receiptWords.receiptRoot, { on, size })}</strong>
            ) : (
              <a href={`/r/${round.id}/receipts?ending=${Number(id.slice(id.lastIndexOf('-') + 1)) + 1}`}>
                {t(receiptWords.receiptRoot, { on, size })}
              </a>
            )}
            <br />
            <code>{root}</code>
          </li>
        ))}
      </ul>
      <p>
        <a href={`/r/${round.id}/receipts.txt${of}`}>{t(receiptWords.receiptAll)}</a>
      </p>
      <p>
        <small>{t(receiptWords.receiptHow)}</small>
      </p>
    </>
  )
}

interface FoundProps {
  readonly t: View['t']
  readonly round: Round
  readonly proof: ReceiptProof
  /** Named where it is an older one. */
  readonly ending: number | undefined
}

function Found({ t, round, proof, ending }: FoundProps) {
  const of = ending === undefined ? '' : `&ending=${ending}`
  return (
    <section>
      <p class="notice good" role="status">
        {t(receiptWords.receiptFound, { receipt: proof.receipt, place: proof.index + 1, size: proof.size })}
      </p>
      <details>
        <summary>{t(receiptWords.receiptProof)}</summary>
        <p>
          {t(receiptWords.receiptLeaf)} <code>{proof.leaf}</code>
        </p>
        <ol>
          {proof.path.map(hash => (
            <li>
              <code>{hash}</code>
            </li>
          ))}
        </ol>
      </details>
      <p>
        <a href={`/r/${round.id}/proof.json?receipt=${proof.receipt}${of}`}>
          {t(receiptWords.receiptDownload)}
        </a>
      </p>
    </section>
  )
}

function Missing({ t }: { t: View['t'] }) {
  return (
    <p class="notice" role="status">
      {t(receiptWords.receiptMissing)}
    </p>
  )
}
