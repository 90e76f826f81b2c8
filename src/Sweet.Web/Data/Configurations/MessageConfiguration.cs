using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sweet.Domain;
using Sweet.Domain.Messages;

namespace Sweet.Web.Data.Configurations;

public sealed class MessageConfiguration : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.Property(m => m.Kind).HasMaxLength(Message.KindMaxLength);
        builder.Property(m => m.Fact).HasMaxLength(Message.FactMaxLength);
        builder.ComplexProperty(m => m.Standing).Property(s => s.Key).HasMaxLength(Standing.KeyMaxLength);
        builder.PrimitiveCollection(m => m.LinkTokens);
        builder.Property(m => m.Urgency).HasConversion<int>().Metadata.SetMaxLength(null);
        builder.Property(m => m.ToAddress).HasMaxLength(Message.AddressMaxLength);
        builder.Property(m => m.ToName).HasMaxLength(Message.NameMaxLength);
        builder.Property(m => m.LimitKey).HasMaxLength(Message.AddressMaxLength);
        builder.Property(m => m.Subject).HasMaxLength(Message.SubjectMaxLength);
        builder.Property(m => m.ProviderId).HasMaxLength(Message.ProviderIdMaxLength);
        builder.Property(m => m.Failure).HasMaxLength(Message.FailureMaxLength);
        builder.Property(m => m.UnsubscribeUrl).HasMaxLength(Message.UnsubscribeUrlMaxLength);
        builder.Property(m => m.Reference).HasMaxLength(RandomText.TokenLength);
        builder.HasOne(m => m.Enrollment).WithMany().HasForeignKey(m => m.EnrollmentId);
        builder.Property(m => m.Fence).IsConcurrencyToken();
        builder.HasIndex(m => new { m.LimitKey, m.QueuedAtUtc });
        // Whether an address works is asked on each page of a student.
        builder.HasIndex(m => new { m.ToAddress, m.Status });
        builder.HasIndex(m => m.Fact).IsUnique();
        // Messages of before there were references have none, and SendGrid's events have long told of them.
        builder.HasIndex(m => m.Reference).IsUnique().HasFilter("Reference <> ''");
        builder.HasIndex(m => new { m.Status, m.Urgency, m.NextAttemptAtUtc });
    }
}

public sealed class WorkerLeaseConfiguration : IEntityTypeConfiguration<WorkerLease>
{
    public void Configure(EntityTypeBuilder<WorkerLease> builder)
    {
        builder.HasKey(l => l.Name);
        builder.Property(l => l.Name).HasMaxLength(WorkerLease.NameMaxLength);
        builder.Property(l => l.Holder).HasMaxLength(WorkerLease.HolderMaxLength);
    }
}
