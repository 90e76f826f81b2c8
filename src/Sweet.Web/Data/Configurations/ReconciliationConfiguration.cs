using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sweet.Domain.Reconciliation;

namespace Sweet.Web.Data.Configurations;

public sealed class ReconciliationRunConfiguration : IEntityTypeConfiguration<ReconciliationRun>
{
    public void Configure(EntityTypeBuilder<ReconciliationRun> builder)
    {
        builder.Property(r => r.Cursor).HasMaxLength(ReconciliationRun.CursorMaxLength);
        builder.PrimitiveCollection(r => r.FailedIds);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => r.EndedAtUtc);
        builder.HasIndex(r => r.StartedAtUtc);
    }
}
