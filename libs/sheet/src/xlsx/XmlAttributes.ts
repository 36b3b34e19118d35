/** The attributes of one element, valid while it is being opened. */
export interface XmlAttributes {
  /** The value of an attribute without a prefix, or `undefined`. */
  readonly get: (name: string) => string | undefined
  /** The value of an attribute in one of the namespaces. */
  readonly getIn: (namespaces: ReadonlyArray<string>, name: string) => string | undefined
}
