ALTER TABLE "import_rows" DROP CONSTRAINT "import_rows_status";--> statement-breakpoint
ALTER TABLE "imports" DROP CONSTRAINT "imports_counts_add_up";--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "import_rows" RENAME COLUMN "access_user_id" TO "user_id";--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "changes" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "access_version" integer;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "mode" text DEFAULT 'create' NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "updated" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "to_update" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "to_leave" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_status" CHECK ("import_rows"."status" in ('valid', 'invalid', 'conflict', 'skipped', 'created', 'updated', 'unchanged', 'failed', 'unprocessed'));--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_mode" CHECK ("imports"."mode" in ('create', 'update', 'both'));--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_plan" CHECK (least("imports"."to_update", "imports"."to_leave", "imports"."valid" - "imports"."to_update" - "imports"."to_leave") >= 0);--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_counts_add_up" CHECK ("imports"."rows" = "imports"."valid" + "imports"."invalid" + "imports"."conflict" + "imports"."skipped" + "imports"."created" + "imports"."updated" + "imports"."unchanged" + "imports"."failed" + "imports"."unprocessed" and least("imports"."valid", "imports"."invalid", "imports"."conflict", "imports"."skipped", "imports"."created", "imports"."updated", "imports"."unchanged", "imports"."failed", "imports"."unprocessed") >= 0);