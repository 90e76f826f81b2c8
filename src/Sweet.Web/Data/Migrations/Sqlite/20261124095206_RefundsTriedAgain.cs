using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sweet.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RefundsTriedAgain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "PendingReason",
                table: "Refunds",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "RetryOfId",
                table: "Refunds",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StripeStatus",
                table: "Refunds",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AllowsRefund",
                table: "Disputes",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "TimesLost",
                table: "Disputes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_RetryOfId",
                table: "Refunds",
                column: "RetryOfId",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Refunds_Refunds_RetryOfId",
                table: "Refunds",
                column: "RetryOfId",
                principalTable: "Refunds",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Refunds_Refunds_RetryOfId",
                table: "Refunds");

            migrationBuilder.DropIndex(
                name: "IX_Refunds_RetryOfId",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "PendingReason",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "RetryOfId",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "StripeStatus",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "AllowsRefund",
                table: "Disputes");

            migrationBuilder.DropColumn(
                name: "TimesLost",
                table: "Disputes");
        }
    }
}
