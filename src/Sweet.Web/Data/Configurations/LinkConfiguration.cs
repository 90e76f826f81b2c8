using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sweet.Domain;
using Sweet.Domain.Enrollments;

namespace Sweet.Web.Data.Configurations;

public sealed class EmailChangeConfiguration : IEntityTypeConfiguration<EmailChange>
{
    public void Configure(EntityTypeBuilder<EmailChange> builder)
    {
        builder.Property(c => c.Email).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(c => c.EmailKey).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(c => c.Token).HasMaxLength(RandomText.TokenLength);
        builder.Property(c => c.OldEmail).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(c => c.OldEmailKey).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(c => c.ReversalHash).HasMaxLength(RetiredLink.HashLength);
        builder.HasOne(c => c.Enrollment).WithMany().HasForeignKey(c => c.EnrollmentId);
        builder.HasIndex(c => c.EnrollmentId);
        builder.HasIndex(c => c.EmailKey);
        builder.HasIndex(c => c.Token).IsUnique();
        builder.HasIndex(c => c.ReversalHash).IsUnique();
    }
}

public sealed class RetiredLinkConfiguration : IEntityTypeConfiguration<RetiredLink>
{
    public void Configure(EntityTypeBuilder<RetiredLink> builder)
    {
        builder.Property(l => l.TokenHash).HasMaxLength(RetiredLink.HashLength);
        builder.HasOne<Enrollment>().WithMany().HasForeignKey(l => l.EnrollmentId);
        builder.HasIndex(l => l.TokenHash).IsUnique();
    }
}

public sealed class LinkRequestConfiguration : IEntityTypeConfiguration<LinkRequest>
{
    public void Configure(EntityTypeBuilder<LinkRequest> builder)
    {
        builder.Property(r => r.Email).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(r => r.EmailKey).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(r => r.FirstName).HasMaxLength(Enrollment.NameMaxLength);
        builder.Property(r => r.LastName).HasMaxLength(Enrollment.NameMaxLength);
    }
}
