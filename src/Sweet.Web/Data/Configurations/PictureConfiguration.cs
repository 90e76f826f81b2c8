using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sweet.Domain.Pictures;

namespace Sweet.Web.Data.Configurations;

public sealed class PictureConfiguration : IEntityTypeConfiguration<Picture>
{
    public void Configure(EntityTypeBuilder<Picture> builder)
    {
        builder.HasKey(p => p.Hash);
        builder.Property(p => p.Hash).HasMaxLength(Picture.HashLength);
        builder.Ignore(p => p.Size);
        builder.HasMany(p => p.Files).WithOne().HasForeignKey(f => f.PictureHash);
    }
}

public sealed class PictureFileConfiguration : IEntityTypeConfiguration<PictureFile>
{
    public void Configure(EntityTypeBuilder<PictureFile> builder)
    {
        builder.HasKey(f => f.Name);
        builder.Property(f => f.Name).HasMaxLength(PictureFile.NameMaxLength);
    }
}
