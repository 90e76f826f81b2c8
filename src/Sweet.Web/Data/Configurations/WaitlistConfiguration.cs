using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Waitlists;

namespace Sweet.Web.Data.Configurations;

public sealed class WaitlistConfiguration : IEntityTypeConfiguration<WaitlistEntry>
{
    public void Configure(EntityTypeBuilder<WaitlistEntry> builder)
    {
        builder.Property(e => e.FirstName).HasMaxLength(Enrollment.NameMaxLength);
        builder.Property(e => e.LastName).HasMaxLength(Enrollment.NameMaxLength);
        builder.Property(e => e.Email).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(e => e.EmailKey).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(e => e.Token).HasMaxLength(RandomText.TokenLength);
        builder.HasOne(e => e.Cohort).WithMany().HasForeignKey(e => e.CohortId);
        builder.HasOne(e => e.PaidBy).WithOne().HasForeignKey<WaitlistEntry>(e => e.PaidById);
        builder.HasMany(e => e.History).WithOne().HasForeignKey(h => h.WaitlistEntryId);
        builder.HasIndex(e => e.Token).IsUnique();
        builder.HasIndex(e => e.EmailKey);
        builder.HasIndex(e => new { e.CohortId, e.Status });
        builder.HasIndex(e => e.OfferEndsAtUtc).HasFilter("Status = 'Offered'");

        // One place an address: the rule is asked first, this holds when two ask at once.
        builder.HasIndex(e => new { e.CohortId, e.EmailKey }).IsUnique().HasFilter("Status IN ('Unconfirmed', 'Waiting', 'Offered')")
            .HasDatabaseName("IX_WaitlistEntries_OnePlaceAnAddress");
    }
}
