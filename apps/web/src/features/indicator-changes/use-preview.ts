import { type PreviewIndicatorChangeData, previewIndicatorChange } from '@accord/api-client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

type Asked = PreviewIndicatorChangeData['body']

const PAUSE_MILLISECONDS = 350

/** What was last looked at, once typing has paused. */
function usePaused<Value>(value: Value): Value {
  const [paused, setPaused] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PAUSE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [value])
  return paused
}

/** What a change would do, asked for while it is being typed; null until there is something to look at. */
export function usePreview(indicator: string) {
  const [text, setText] = useState<string | null>(null)
  const paused = usePaused(text)
  const query = useQuery({
    queryKey: ['preview of a change', indicator, paused],
    queryFn: async () =>
      (
        await previewIndicatorChange({
          path: { id: indicator },
          body: JSON.parse(paused ?? '{}') as Asked,
          throwOnError: true,
        })
      ).data,
    enabled: paused !== null,
    placeholderData: keepPreviousData,
    retry: false,
  })
  return {
    look: (asked: Asked) => setText(JSON.stringify(asked)),
    preview: query.data ?? null,
    isRefused: query.isError,
  }
}
