import {
  InfiniteQueryObserver,
  QueryObserver,
  useQueryClient,
  type DefaultError,
  type InfiniteData,
  type InfiniteQueryObserverOptions,
  type QueryKey,
  type QueryObserverOptions,
} from "@tanstack/solid-query"
import { createComputed, createSignal, on, onCleanup, type Accessor } from "solid-js"

/** What a page needs to know of something it loads. */
export interface Loading<A> {
  readonly data: A | undefined
  readonly error: unknown
  readonly isPending: boolean
  /** Loading failed, and there is nothing from before to show. */
  readonly isLoadingError: boolean
  /** Loading again failed; `data` is what was there before. */
  readonly isRefetchError: boolean
  readonly refetch: () => unknown
  /** When `data` was last told, in milliseconds since 1970; 0 before. */
  readonly updatedAt: number
}

/**
 * Observes a query as a signal. Unlike `useQuery` it never suspends: a page keeps its focus and its scroll
 * position while something is loaded again, and rows that did not change keep their identity.
 */
export const createQuery = <A>(
  options: () => QueryObserverOptions<A, DefaultError, A, A, QueryKey>,
): Accessor<Loading<A>> => {
  const observer = new QueryObserver(useQueryClient(), options())
  const read = (): Loading<A> => {
    const result = observer.getCurrentResult()
    return { ...loadingOf(result), data: result.data, refetch: () => result.refetch() }
  }
  const [result, setResult] = createSignal(read())
  createComputed(on(options, (changed) => observer.setOptions(changed), { defer: true }))
  onCleanup(observer.subscribe(() => setResult(read())))
  return result
}

/** What of a query's result both kinds of query tell alike. */
const loadingOf = (result: {
  readonly error: unknown
  readonly isPending: boolean
  readonly isLoadingError: boolean
  readonly isRefetchError: boolean
  readonly dataUpdatedAt: number
}) => ({
  error: result.error,
  isPending: result.isPending,
  isLoadingError: result.isLoadingError,
  isRefetchError: result.isRefetchError,
  updatedAt: result.dataUpdatedAt,
})

/** One page of a list, and where the next begins. */
interface Page<A> {
  readonly items: ReadonlyArray<A>
  readonly nextCursor: string | null
}

/** A list that is loaded page by page. */
export interface LoadingPages<A> extends Loading<ReadonlyArray<A>> {
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  readonly loadMore: () => unknown
}

/** What is asked for: `page` calls the API for the page at a cursor. */
interface PagesOptions<A> {
  readonly key: QueryKey
  readonly page: (cursor: string | null, signal: AbortSignal) => Promise<Page<A>>
  /** Shown until the first page of a new key is there: what the old key had. */
  readonly keepPrevious?: boolean
}

/** Observes a list that the API answers in pages, all loaded pages as one. */
export const createPages = <A>(options: () => PagesOptions<A>): Accessor<LoadingPages<A>> => {
  const observer = new InfiniteQueryObserver(useQueryClient(), pagesQuery(options()))
  const read = (): LoadingPages<A> => {
    const result = observer.getCurrentResult()
    return {
      ...loadingOf(result),
      data: flat(result.data),
      refetch: () => result.refetch(),
      hasMore: result.hasNextPage,
      isLoadingMore: result.isFetchingNextPage,
      loadMore: () => result.fetchNextPage(),
    }
  }
  const [result, setResult] = createSignal(read())
  createComputed(on(options, (changed) => observer.setOptions(pagesQuery(changed)), { defer: true }))
  onCleanup(observer.subscribe(() => setResult(read())))
  return result
}

type Pages<A> = InfiniteData<Page<A>, string | null>

const pagesQuery = <A>({
  key,
  page,
  keepPrevious,
}: PagesOptions<A>): InfiniteQueryObserverOptions<
  Page<A>,
  DefaultError,
  Pages<A>,
  QueryKey,
  string | null
> => ({
  queryKey: key,
  queryFn: ({ pageParam, signal }) => page(pageParam, signal),
  initialPageParam: null,
  getNextPageParam: ({ nextCursor }) => nextCursor,
  ...(keepPrevious ? { placeholderData: (previous: Pages<A> | undefined) => previous } : {}),
})

const flattened = new WeakMap<object, ReadonlyArray<unknown>>()

/** All pages as one list; the same pages give the same list. */
const flat = <A>(data: Pages<A> | undefined): ReadonlyArray<A> | undefined => {
  if (data === undefined) return undefined
  const known = flattened.get(data) as ReadonlyArray<A> | undefined
  if (known !== undefined) return known
  const items = data.pages.flatMap(({ items }) => items)
  flattened.set(data, items)
  return items
}
