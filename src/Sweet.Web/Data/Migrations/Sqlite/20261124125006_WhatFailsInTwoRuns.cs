using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sweet.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WhatFailsInTwoRuns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FailedIds",
                table: "ReconciliationRuns",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<int>(
                name: "Unanswered",
                table: "ReconciliationRuns",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "FailedIds",
                table: "ReconciliationRuns");

            migrationBuilder.DropColumn(
                name: "Unanswered",
                table: "ReconciliationRuns");
        }
    }
}
