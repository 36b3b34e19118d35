ALTER TABLE "imports" ADD COLUMN "stage_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "done_before" integer DEFAULT 0 NOT NULL;