using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sweet.Domain.Articles;
using Sweet.Domain.Policies;

namespace Sweet.Web.Data.Configurations;

public sealed class ArticleConfiguration : IEntityTypeConfiguration<Article>
{
    public void Configure(EntityTypeBuilder<Article> builder)
    {
        builder.Property(a => a.Slug).HasMaxLength(Article.SlugMaxLength);
        builder.Property(a => a.Title).HasMaxLength(Article.TitleMaxLength);
        builder.Property(a => a.Category).HasMaxLength(Article.CategoryMaxLength);
        builder.Property(a => a.Summary).HasMaxLength(Article.SummaryMaxLength);
        builder.Property(a => a.Author).HasMaxLength(Article.AuthorMaxLength);
        builder.Property(a => a.LeadImage).HasMaxLength(Article.ImageMaxLength);
        builder.Property(a => a.LeadImageText).HasMaxLength(Article.ImageTextMaxLength);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => a.Slug).IsUnique();
        builder.HasIndex(a => new { a.Status, a.PublishedAtUtc });
    }
}

public sealed class PolicyVersionConfiguration : IEntityTypeConfiguration<PolicyVersion>
{
    public void Configure(EntityTypeBuilder<PolicyVersion> builder)
    {
        builder.Property(v => v.Title).HasMaxLength(PolicyVersion.TitleMaxLength);
        builder.HasIndex(v => new { v.Kind, v.EffectiveFromUtc });
    }
}
