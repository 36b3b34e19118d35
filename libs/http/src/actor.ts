/** Who acts, by a request: until there is sign-in, whoever can reach the server is its one administrator. */
export const actorOf = (_request: Request): string => "local"
