using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sweet.Domain.Courses;

namespace Sweet.Web.Data.Configurations;

public sealed class CohortConfiguration : IEntityTypeConfiguration<Cohort>
{
    public void Configure(EntityTypeBuilder<Cohort> builder)
    {
        builder.ToTable(t => t.HasCheckConstraint("CK_Cohorts_SeatsTaken", "SeatsTaken >= 0 AND SeatsTaken <= Capacity"));
        builder.ToTable(t => t.HasCheckConstraint("CK_Cohorts_Waiting", "Waiting >= 0"));
        builder.Property(c => c.Reference).HasMaxLength(Cohort.ReferenceMaxLength);
        builder.Property(c => c.TimeZone).HasMaxLength(Cohort.TimeZoneMaxLength);
        builder.Property(c => c.Currency).HasMaxLength(Cohort.CurrencyLength);
        builder.Property(c => c.WhatsAppUrl).HasMaxLength(Cohort.WhatsAppUrlMaxLength);
        builder.Property(c => c.FormKey).HasMaxLength(Domain.RandomText.TokenLength);
        builder.Property(c => c.CancelledFor).HasMaxLength(Cohort.CancelledForMaxLength);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => c.Reference).IsUnique();
        builder.HasIndex(c => c.FormKey).IsUnique();
        builder.HasIndex(c => new { c.CourseId, c.FirstClassAtUtc });
        builder.HasMany(c => c.Meetings).WithOne().HasForeignKey(m => m.CohortId);
        builder.HasMany(c => c.History).WithOne().HasForeignKey(h => h.CohortId);
    }
}

public sealed class ClassMeetingConfiguration : IEntityTypeConfiguration<ClassMeeting>
{
    public void Configure(EntityTypeBuilder<ClassMeeting> builder)
    {
        builder.Property(m => m.JoinUrl).HasMaxLength(ClassMeeting.JoinUrlMaxLength);
        builder.HasIndex(m => new { m.CohortId, m.Number }).IsUnique();
    }
}
