using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sweet.Domain.Courses;
using Sweet.Domain.Courses.Planning;

namespace Sweet.Web.Data.Configurations;

public sealed class FormerSlugConfiguration : IEntityTypeConfiguration<FormerSlug>
{
    public void Configure(EntityTypeBuilder<FormerSlug> builder)
    {
        builder.ToTable("FormerSlugs");
        builder.Property(f => f.Slug).HasMaxLength(Course.SlugMaxLength);
        builder.HasIndex(f => f.Slug).IsUnique();
        builder.HasOne<Course>().WithMany().HasForeignKey(f => f.CourseId);
    }
}
