using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;

namespace Sweet.Web.Data.Configurations;

public sealed class CohortMessageConfiguration : IEntityTypeConfiguration<CohortMessage>
{
    public void Configure(EntityTypeBuilder<CohortMessage> builder)
    {
        builder.Property(m => m.Key).HasMaxLength(RandomText.TokenLength);
        builder.Property(m => m.Subject).HasMaxLength(CohortMessage.SubjectMaxLength);
        builder.Property(m => m.StaffId).HasMaxLength(Actor.ReferenceMaxLength);
        builder.HasOne<Cohort>().WithMany().HasForeignKey(m => m.CohortId);
        builder.HasMany(m => m.Recipients).WithOne().HasForeignKey(r => r.CohortMessageId);
        builder.HasIndex(m => m.Key).IsUnique();
    }
}

public sealed class CohortRecipientConfiguration : IEntityTypeConfiguration<CohortRecipient>
{
    public void Configure(EntityTypeBuilder<CohortRecipient> builder)
    {
        builder.ToTable("CohortRecipients");
        builder.HasOne<Enrollment>().WithMany().HasForeignKey(r => r.EnrollmentId);
        builder.HasOne(r => r.Message).WithMany().HasForeignKey(r => r.MessageId);
        builder.HasIndex(r => new { r.CohortMessageId, r.EnrollmentId }).IsUnique();
        // Those that wait for their turn: few, and mostly none.
        builder.HasIndex(r => r.DoneAtUtc).HasFilter("DoneAtUtc IS NULL");
    }
}
