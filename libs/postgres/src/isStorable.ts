/** Whether PostgreSQL can keep the text as it is: no NUL, no lone surrogate. What is not, it does not have. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes("\0")

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether the text is a UUID as Muster writes them, in lower case (RFC 9562, section 4). */
export const isUuid = (text: string): boolean => uuid.test(text)
