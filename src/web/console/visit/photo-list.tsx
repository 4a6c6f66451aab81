import { Button } from 'antd'
import { shrink } from '../../chat/shrink.ts'
import { uuid } from '../../shared/uuid.ts'
import type { DraftPhoto, VisitDraft } from './draft.ts'
import { dropPhoto, keepPhoto } from './phone-store.ts'
import { say } from './texts.ts'

/** As many as the house takes with one record. */
const MOST = 6

type Props = {
  readonly draft: VisitDraft
  readonly change: (changes: Partial<VisitDraft>) => void
}

/** Photos of a visit: drawn smaller, without place and time, and kept on the phone. */
export function PhotoList({ draft: { photos }, change }: Props) {
  async function add(files: readonly File[]) {
    const added: DraftPhoto[] = []
    for (const file of files.slice(0, MOST - photos.length)) {
      const small = await shrink(file)
      const id = uuid()
      await keepPhoto(id, small)
      added.push({ id, size: small.size, kept: null })
    }
    change({ photos: [...photos, ...added] })
  }
  function remove(id: string) {
    void dropPhoto(id)
    change({ photos: photos.filter((photo) => photo.id !== id) })
  }
  return (
    <section aria-labelledby="visit-photos">
      <h2 id="visit-photos">{say('photos.title')}</h2>
      <ul className="photo-list">
        {photos.map(({ id, size, kept }, at) => (
          <li key={id}>
            {say('photos.one', { nth: at + 1, size: Math.ceil(size / 1_024) })}{' '}
            {kept && <span className="soft">{say('photos.sent')}</span>}{' '}
            <Button
              size="small"
              aria-label={say('photos.drop', { nth: at + 1 })}
              onClick={() => remove(id)}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      {photos.length < MOST ? (
        <label className="add-photo">
          {say('photos.add')}
          <input
            type="file"
            accept="image/*"
            multiple
            onChange={({ currentTarget }) => {
              void add([...(currentTarget.files ?? [])])
              currentTarget.value = ''
            }}
          />
        </label>
      ) : (
        <p className="soft">{say('photos.most', { most: MOST })}</p>
      )}
    </section>
  )
}
