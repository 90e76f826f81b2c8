using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sweet.Domain.Books;
using Sweet.Domain.Courses;

namespace Sweet.Web.Data.Configurations.Books;

public sealed class BalanceEntryConfiguration : IEntityTypeConfiguration<BalanceEntry>
{
    public void Configure(EntityTypeBuilder<BalanceEntry> builder)
    {
        builder.Property(e => e.StripeId).HasMaxLength(BalanceEntry.StripeIdMaxLength);
        builder.Property(e => e.SourceId).HasMaxLength(BalanceEntry.StripeIdMaxLength);
        builder.Property(e => e.Type).HasMaxLength(BalanceEntry.TypeMaxLength);
        builder.Property(e => e.Currency).HasMaxLength(Cohort.CurrencyLength);
        builder.HasOne(e => e.Payout).WithMany().HasForeignKey(e => e.PayoutId);
        builder.HasIndex(e => e.StripeId).IsUnique();
        builder.HasIndex(e => e.SourceId);
        builder.HasIndex(e => e.CreatedAtUtc);
    }
}

public sealed class PayoutConfiguration : IEntityTypeConfiguration<Payout>
{
    public void Configure(EntityTypeBuilder<Payout> builder)
    {
        builder.Property(p => p.StripeId).HasMaxLength(Payout.StripeIdMaxLength);
        builder.Property(p => p.Currency).HasMaxLength(Cohort.CurrencyLength);
        builder.Property(p => p.Status).HasMaxLength(Payout.WordMaxLength);
        builder.Property(p => p.Failure).HasMaxLength(Payout.WordMaxLength);
        builder.HasIndex(p => p.StripeId).IsUnique();
        builder.HasIndex(p => p.ArrivesOn);
    }
}

public sealed class BalanceReadingConfiguration : IEntityTypeConfiguration<BalanceReading>
{
    public void Configure(EntityTypeBuilder<BalanceReading> builder)
    {
    }
}
