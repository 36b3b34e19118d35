ALTER TABLE "platform_users" DROP CONSTRAINT "platform_users_status";--> statement-breakpoint
ALTER TABLE "platform_users" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
UPDATE "platform_users" SET "deleted_at" = "updated_at" WHERE "status" = 'deleted';--> statement-breakpoint
CREATE INDEX "platform_users_by_deletion" ON "platform_users" USING btree ("deleted_at") WHERE "platform_users"."status" = 'deleted';--> statement-breakpoint
ALTER TABLE "platform_users" ADD CONSTRAINT "platform_users_status" CHECK ("platform_users"."status" in ('active', 'inactive', 'deleted', 'anonymised'));