using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Staff;

namespace Sweet.Web.Data.Configurations.Accounts;

/// <summary>
/// As Identity has it from the third version of its tables on. Which version it takes it asks of the services alone, and where
/// migrations are made there are none.
/// </summary>
public sealed class PasskeyConfiguration : IEntityTypeConfiguration<IdentityUserPasskey<string>>
{
    /// <summary>The standard has at most 1,023 bytes.</summary>
    private const int IdMaxLength = 1024;

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<string>> builder)
    {
        builder.ToTable("AspNetUserPasskeys");
        builder.HasKey(p => p.CredentialId);
        builder.Property(p => p.CredentialId).HasMaxLength(IdMaxLength);
        builder.OwnsOne(p => p.Data).ToJson();
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(p => p.UserId).IsRequired();
    }
}

public sealed class PasskeyUseConfiguration : IEntityTypeConfiguration<PasskeyUse>
{
    public void Configure(EntityTypeBuilder<PasskeyUse> builder)
    {
        builder.Property(u => u.PasskeyKey).HasMaxLength(RetiredLink.HashLength);
        builder.Property(u => u.ChallengeHash).HasMaxLength(RetiredLink.HashLength);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(u => u.StaffId);
        builder.HasIndex(u => u.ChallengeHash).IsUnique();
        builder.HasIndex(u => u.PasskeyKey);
    }
}
