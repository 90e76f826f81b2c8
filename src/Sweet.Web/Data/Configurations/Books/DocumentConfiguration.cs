using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sweet.Domain.Books;
using Sweet.Domain.Courses;

namespace Sweet.Web.Data.Configurations.Books;

public sealed class DocumentConfiguration : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.Property(d => d.Series).HasMaxLength(Document.SeriesMaxLength);
        builder.Property(d => d.Number).HasMaxLength(Document.NumberMaxLength);
        builder.Property(d => d.Currency).HasMaxLength(Cohort.CurrencyLength);
        builder.HasOne(d => d.Order).WithMany().HasForeignKey(d => d.OrderId);
        builder.HasOne(d => d.Payment).WithMany().HasForeignKey(d => d.PaymentId);
        builder.HasOne(d => d.Refund).WithMany().HasForeignKey(d => d.RefundId);
        builder.HasOne(d => d.RefersTo).WithMany().HasForeignKey(d => d.RefersToId);
        builder.HasIndex(d => d.Number).IsUnique();
        builder.HasIndex(d => d.IssuedAtUtc);

        // One receipt a payment, whatever else goes wrong.
        builder.HasIndex(d => d.PaymentId).IsUnique().HasFilter("Kind = 'Receipt'").HasDatabaseName("IX_Documents_OneReceiptAPayment");
    }
}

public sealed class DocumentSeriesConfiguration : IEntityTypeConfiguration<DocumentSeries>
{
    public void Configure(EntityTypeBuilder<DocumentSeries> builder)
    {
        builder.HasKey(s => s.Kind);
        builder.Property(s => s.Name).HasMaxLength(Document.SeriesMaxLength);
        builder.HasData(Enum.GetValues<DocumentKind>().Select(kind => new DocumentSeries(kind)));
    }
}
