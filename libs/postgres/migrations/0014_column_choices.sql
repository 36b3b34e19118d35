CREATE TABLE "column_choices" (
	"kind" text NOT NULL,
	"database_id" text COLLATE "C",
	"header_hash" text COLLATE "C" NOT NULL,
	"meanings" text COLLATE "C" NOT NULL,
	CONSTRAINT "column_choices_key" UNIQUE NULLS NOT DISTINCT("kind","database_id","header_hash")
);
--> statement-breakpoint
ALTER TABLE "column_choices" ADD CONSTRAINT "column_choices_database_id_databases_id_fk" FOREIGN KEY ("database_id") REFERENCES "public"."databases"("id") ON DELETE no action ON UPDATE no action;