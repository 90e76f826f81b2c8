using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sweet.Domain.Courses;
using Sweet.Domain.Courses.Cancelling;
using Sweet.Domain.Courses.Planning;

namespace Sweet.Web.Data.Configurations;

public sealed class CohortNewsConfiguration : IEntityTypeConfiguration<CohortNews>
{
    public void Configure(EntityTypeBuilder<CohortNews> builder)
    {
        builder.ToTable("CohortNews");
        builder.Property(n => n.Subject).HasMaxLength(CohortNews.SubjectMaxLength);
        builder.Property(n => n.Sentence).HasMaxLength(CohortNews.SentenceMaxLength);
        builder.HasOne<Cohort>().WithMany().HasForeignKey(n => n.CohortId);
        builder.HasIndex(n => n.DoneAtUtc);
    }
}

public sealed class CohortCancellationConfiguration : IEntityTypeConfiguration<CohortCancellation>
{
    public void Configure(EntityTypeBuilder<CohortCancellation> builder)
    {
        builder.ToTable("CohortCancellations");
        builder.Property(c => c.StaffId).HasMaxLength(Domain.Actor.ReferenceMaxLength);
        builder.HasOne<Cohort>().WithMany().HasForeignKey(c => c.CohortId);
        builder.HasIndex(c => c.CohortId).IsUnique();
        builder.HasMany(c => c.Seats).WithOne().HasForeignKey(s => s.CohortCancellationId);
    }
}

public sealed class CancelledSeatConfiguration : IEntityTypeConfiguration<CancelledSeat>
{
    public void Configure(EntityTypeBuilder<CancelledSeat> builder)
    {
        builder.ToTable("CancelledSeats");
        builder.Property(s => s.Trouble).HasMaxLength(CancelledSeat.TroubleMaxLength);
        builder.Ignore(s => s.HasMoved);
        builder.HasOne<Cohort>().WithMany().HasForeignKey(s => s.TransferToId);
        builder.HasOne(s => s.Enrollment).WithMany().HasForeignKey(s => s.EnrollmentId);
        builder.HasIndex(s => s.EnrollmentId).IsUnique();
        builder.HasIndex(s => new { s.DoneAtUtc, s.NextAttemptAtUtc });
    }
}
