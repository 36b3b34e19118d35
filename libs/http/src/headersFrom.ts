/**
 * A request's headers with the network address it really comes from, which the library keeps with a session:
 * what a client says of it counts for nothing.
 */
export const headersFrom = ({ headers }: Request, address: string): Headers => {
  const known = new Headers(headers)
  known.set("x-forwarded-for", address)
  return known
}
