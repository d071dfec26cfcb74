import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import type { ListSearch } from '#lib/list-search.ts'
import { idsIn } from './catalogue-words.ts'

/** What is ticked to be compared: at once on screen, and in the address, so that it outlives a page or a filter. */
export function useChosen(list: ListSearch) {
  const navigate = useNavigate()
  const inAddress = list.filterOf('chosen')
  const [chosen, setChosen] = useState(() => idsIn(inAddress))
  useEffect(() => setChosen(idsIn(inAddress)), [inAddress])

  function choose(id: string, isChosen: boolean): void {
    const next = isChosen ? [...chosen, id] : chosen.filter((one) => one !== id)
    setChosen(next)
    const href = list.hrefWith({ chosen: next.join(',') || null, page: list.page === 1 ? null : list.page })
    void navigate(href, { preventScrollReset: true, replace: true })
  }

  return { chosen, choose }
}
