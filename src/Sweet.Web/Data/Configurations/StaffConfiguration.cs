using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Staff;

namespace Sweet.Web.Data.Configurations;

public sealed class StaffMemberConfiguration : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.Property(m => m.Name).HasMaxLength(StaffMember.NameMaxLength);
        builder.Property(m => m.RosterColumns).HasMaxLength(StaffMember.RosterColumnsMaxLength);
    }
}

public sealed class StaffRoleConfiguration : IEntityTypeConfiguration<IdentityRole>
{
    public void Configure(EntityTypeBuilder<IdentityRole> builder) => builder.HasData(Role(StaffRole.Admin), Role(StaffRole.Marketing));

    // The same in every migration: ids by chance would be new ones each time.
    private static IdentityRole Role(string name) =>
        new(name) { Id = name, ConcurrencyStamp = name, NormalizedName = name.ToUpperInvariant() };
}

public sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.Property(i => i.Email).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(i => i.EmailKey).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(i => i.TokenHash).HasMaxLength(RetiredLink.HashLength);
        builder.Property(i => i.InvitedBy).HasMaxLength(Actor.ReferenceMaxLength);
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.Ignore(i => i.Roles);
        builder.HasIndex(i => i.TokenHash).IsUnique();
        builder.HasIndex(i => i.EmailKey);
    }
}

public sealed class StaffSessionConfiguration : IEntityTypeConfiguration<StaffSession>
{
    public void Configure(EntityTypeBuilder<StaffSession> builder)
    {
        builder.Property(s => s.KeyHash).HasMaxLength(RetiredLink.HashLength);
        builder.Property(s => s.Browser).HasMaxLength(StaffSession.BrowserMaxLength);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.StaffId);
        builder.HasIndex(s => s.KeyHash).IsUnique();
        builder.HasIndex(s => new { s.StaffId, s.StartedAtUtc });
    }
}

public sealed class PasswordResetConfiguration : IEntityTypeConfiguration<PasswordReset>
{
    public void Configure(EntityTypeBuilder<PasswordReset> builder)
    {
        builder.Property(r => r.EmailKey).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(r => r.TokenHash).HasMaxLength(RetiredLink.HashLength);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(r => r.StaffId);
        builder.HasIndex(r => r.TokenHash).IsUnique();
        builder.HasIndex(r => new { r.StaffId, r.AskedAtUtc });
    }
}

public sealed class AddressChangeConfiguration : IEntityTypeConfiguration<AddressChange>
{
    public void Configure(EntityTypeBuilder<AddressChange> builder)
    {
        builder.Property(c => c.Email).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(c => c.EmailKey).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(c => c.TokenHash).HasMaxLength(RetiredLink.HashLength);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.StaffId);
        builder.HasIndex(c => c.TokenHash).IsUnique();
    }
}

public sealed class StaffNoteConfiguration : IEntityTypeConfiguration<StaffNote>
{
    public void Configure(EntityTypeBuilder<StaffNote> builder)
    {
        builder.Property(n => n.Text).HasMaxLength(StaffNote.TextMaxLength);
        builder.Property(n => n.WrittenBy).HasMaxLength(Actor.ReferenceMaxLength);
        builder.HasOne<Enrollment>().WithMany().HasForeignKey(n => n.EnrollmentId);
    }
}

public sealed class AccommodationRequestConfiguration : IEntityTypeConfiguration<AccommodationRequest>
{
    public void Configure(EntityTypeBuilder<AccommodationRequest> builder)
    {
        builder.Property(r => r.OwnerId).HasMaxLength(Actor.ReferenceMaxLength);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasOne(r => r.Enrollment).WithOne().HasForeignKey<AccommodationRequest>(r => r.EnrollmentId);
    }
}

public sealed class KeptFormConfiguration : IEntityTypeConfiguration<KeptForm>
{
    public void Configure(EntityTypeBuilder<KeptForm> builder)
    {
        builder.Property(f => f.TokenHash).HasMaxLength(RetiredLink.HashLength);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(f => f.StaffId);
        builder.HasIndex(f => f.TokenHash).IsUnique();
    }
}
