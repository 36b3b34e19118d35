import { QueryClient } from "@tanstack/solid-query"
import { Refusal, Unreachable } from "@muster/client/request"

/** Whether calling again may help: no answer, or a server that is busy or starting. */
const isPassing = (error: unknown): boolean =>
  error instanceof Unreachable || (error instanceof Refusal && [502, 503, 504].includes(error.status))

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: "always",
      staleTime: 5_000,
      retry: (failures, error) => failures < 2 && isPassing(error),
      retryDelay: (failures) => 400 * 2 ** failures,
    },
  },
})
