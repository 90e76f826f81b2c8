using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sweet.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ReconciliationAndRestore : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "CapturedAtUtc",
                table: "Payments",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Resolution",
                table: "OpenCases",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "nvarchar(1000)",
                oldMaxLength: 1000,
                oldNullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "OpenCases",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WithheldWhy",
                table: "Messages",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "LacksDetails",
                table: "Enrollments",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "ReconciliationRuns",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    StartedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SinceUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    IsDeep = table.Column<bool>(type: "bit", nullable: false),
                    Step = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Cursor = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Failures = table.Column<int>(type: "int", nullable: false),
                    EndedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CompletedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReconciliationRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Restorations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CopiedAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RestoredAtUtc = table.Column<DateTime>(type: "datetime2", nullable: false),
                    WithheldMessages = table.Column<int>(type: "int", nullable: false),
                    ReconciledAtUtc = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Restorations", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ReconciliationRuns_EndedAtUtc",
                table: "ReconciliationRuns",
                column: "EndedAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_ReconciliationRuns_StartedAtUtc",
                table: "ReconciliationRuns",
                column: "StartedAtUtc");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReconciliationRuns");

            migrationBuilder.DropTable(
                name: "Restorations");

            migrationBuilder.DropColumn(
                name: "CapturedAtUtc",
                table: "Payments");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "OpenCases");

            migrationBuilder.DropColumn(
                name: "WithheldWhy",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "LacksDetails",
                table: "Enrollments");

            migrationBuilder.AlterColumn<string>(
                name: "Resolution",
                table: "OpenCases",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "nvarchar(40)",
                oldMaxLength: 40,
                oldNullable: true);
        }
    }
}
