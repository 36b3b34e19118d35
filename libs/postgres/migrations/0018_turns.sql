ALTER TABLE "imports" ADD COLUMN "turns" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "turn_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "imports_turns" ON "imports" USING btree (coalesce("database_id", ''),"turn_at");