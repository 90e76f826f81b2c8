using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sweet.Domain;
using Sweet.Domain.Articles;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Transfers;

namespace Sweet.Web.Data.Configurations;

public sealed class EnrollmentConfiguration : IEntityTypeConfiguration<Enrollment>
{
    public void Configure(EntityTypeBuilder<Enrollment> builder)
    {
        builder.Property(e => e.Number).HasMaxLength(Enrollment.NumberMaxLength);
        builder.Property(e => e.LinkToken).HasMaxLength(RandomText.TokenLength);
        builder.Property(e => e.CalendarToken).HasMaxLength(RandomText.TokenLength);
        builder.Property(e => e.MailedToken).HasMaxLength(RandomText.TokenLength);
        builder.Property(e => e.MailedCalendarToken).HasMaxLength(RandomText.TokenLength);
        builder.Property(e => e.FirstName).HasMaxLength(Enrollment.NameMaxLength);
        builder.Property(e => e.LastName).HasMaxLength(Enrollment.NameMaxLength);
        builder.Property(e => e.CertificateName).HasMaxLength(Enrollment.CertificateNameMaxLength);
        builder.Property(e => e.Email).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(e => e.EmailKey).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(e => e.LicenseNumber).HasMaxLength(Enrollment.LicenseNumberMaxLength);
        builder.Property(e => e.LicenseState).HasMaxLength(Enrollment.LicenseStateMaxLength);
        builder.Property(e => e.HeardFrom).HasMaxLength(Enrollment.HeardFromMaxLength);
        builder.Property(e => e.ArticleSlug).HasMaxLength(Article.SlugMaxLength);
        builder.Property(e => e.Accommodation).HasMaxLength(Enrollment.AccommodationMaxLength);
        builder.Property(e => e.SearchKey).HasMaxLength(EnrollmentSearch.KeyMaxLength);
        builder.Property(e => e.BrowserKey).HasMaxLength(RandomText.TokenLength);
        builder.Property(e => e.ClientKey).HasMaxLength(Enrollment.ClientKeyMaxLength);
        builder.HasOne(e => e.Cohort).WithMany().HasForeignKey(e => e.CohortId);
        builder.HasOne(e => e.TransferredFrom).WithMany().HasForeignKey(e => e.TransferredFromId);
        builder.HasMany(e => e.History).WithOne().HasForeignKey(h => h.EnrollmentId);
        builder.HasIndex(e => e.Number).IsUnique();
        builder.HasIndex(e => e.LinkToken).IsUnique();
        builder.HasIndex(e => e.CalendarToken).IsUnique();
        builder.HasIndex(e => e.MailedToken).IsUnique();
        builder.HasIndex(e => e.MailedCalendarToken).IsUnique();
        builder.HasIndex(e => e.EmailKey);
        builder.HasIndex(e => new { e.Status, e.HeldUntilUtc });
        // A roster by name; and what a search looks through from end to end: a tenth of the rows' pages.
        // Filtered, so that only who asks for people by it gets it: a registration's counts have indexes of their own.
        builder.HasIndex(e => new { e.CohortId, e.SearchKey, e.Status }).HasFilter("SearchKey <> ''");
        // Of unpaid seats alone: a paid or ended one has no network. With all that is counted of them.
        builder.HasIndex(e => new { e.ClientKey, e.CohortId, e.BrowserKey }).HasFilter("ClientKey IS NOT NULL");
        builder.HasIndex(e => new { e.BrowserKey, e.Status }).HasFilter("BrowserKey IS NOT NULL");
        builder.HasIndex(e => e.CreatedAtUtc);
        builder.HasIndex(e => new { e.CohortId, e.Status }).HasFilter("Accommodation IS NOT NULL");

        // One person, one seat: the rule is asked first, this holds when two ask at once.
        builder.HasIndex(e => new { e.CohortId, e.EmailKey }).IsUnique().HasFilter("Status IN ('Held', 'Processing', 'Confirmed')")
            .HasDatabaseName("IX_Enrollments_OneLiveAnAddress");
    }
}

public sealed class HistoryEntryConfiguration : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> builder)
    {
        builder.ToTable("History");
        // The audit trail shows what staff did, the newest first: both databases keep the ids sorted behind the kind.
        builder.HasIndex(h => h.ActorKind);
        builder.Property(h => h.Subject).HasMaxLength(HistoryEntry.SubjectMaxLength);
        builder.Property(h => h.From).HasMaxLength(HistoryEntry.StateMaxLength);
        builder.Property(h => h.To).HasMaxLength(HistoryEntry.StateMaxLength);
        builder.Property(h => h.ActorReference).HasMaxLength(Actor.ReferenceMaxLength);
        builder.Property(h => h.Note).HasMaxLength(HistoryEntry.NoteMaxLength);
        // What staff did, the newest first: a registration writes into neither.
        builder.HasIndex(h => h.AtUtc).HasFilter("ActorKind = 'Staff'");
        builder.HasIndex(h => new { h.Subject, h.AtUtc }).HasFilter("ActorKind = 'Staff'");
    }
}

public sealed class TransferOfferConfiguration : IEntityTypeConfiguration<TransferOffer>
{
    public void Configure(EntityTypeBuilder<TransferOffer> builder)
    {
        builder.PrimitiveCollection(o => o.CohortIds);
        builder.HasOne(o => o.Enrollment).WithMany().HasForeignKey(o => o.EnrollmentId);

        // A newer one ends the older: this holds when two are made at once.
        builder.HasIndex(o => o.EnrollmentId).IsUnique().HasFilter("EndedAtUtc IS NULL")
            .HasDatabaseName("IX_TransferOffers_OneAnEnrollment");
    }
}
