import { JsonSchema, Schema, SchemaAST, SchemaRepresentation } from "effect"

/** JSON of a document that is being put together. */
export type Json = Record<string, unknown>

/**
 * Gathers schemas and turns them all into JSON Schema (2020-12, as OpenAPI 3.1 has it) at once, so that each
 * schema with an identifier is described once.
 */
export class SchemaPool {
  private readonly wanted: Array<{ readonly ast: SchemaAST.AST; readonly into: Json }> = []
  private readonly onExcessProperty: "ignore" | "error"

  /** `error` says that a key which a schema does not have is refused. */
  constructor(onExcessProperty: "ignore" | "error") {
    this.onExcessProperty = onExcessProperty
  }

  /** The place where the schema's JSON Schema will be, once `describe` is called. */
  add(schema: Schema.Constraint): Json {
    const into: Json = {}
    this.wanted.push({ ast: schema.ast, into })
    return into
  }

  /** Fills every place in, and answers what they refer to by identifier. */
  describe(): Json {
    const [first, ...rest] = this.wanted.map(({ ast }) => ast)
    if (first === undefined) return {}
    const { schemas, definitions } = JsonSchema.toMultiDocumentOpenApi3_1(
      SchemaRepresentation.toJsonSchemaMultiDocument(
        SchemaRepresentation.toRepresentations([first, ...rest]),
        {
          onExcessProperty: this.onExcessProperty,
        },
      ),
    )
    this.wanted.forEach(({ into }, at) => Object.assign(into, schemas[at]))
    return definitions
  }
}
