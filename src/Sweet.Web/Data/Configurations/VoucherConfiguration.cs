using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sweet.Domain.Courses;
using Sweet.Domain.Vouchers;

namespace Sweet.Web.Data.Configurations;

public sealed class VoucherConfiguration : IEntityTypeConfiguration<Voucher>
{
    public void Configure(EntityTypeBuilder<Voucher> builder)
    {
        builder.Ignore(v => v.Terms);
        builder.Property(v => v.Code).HasMaxLength(Voucher.CodeMaxLength);
        builder.Property(v => v.Currency).HasMaxLength(Cohort.CurrencyLength);
        builder.Property(v => v.Note).HasMaxLength(Voucher.NoteMaxLength);
        builder.Property(v => v.Version).IsConcurrencyToken();
        builder.PrimitiveCollection(v => v.CourseIds);
        builder.PrimitiveCollection(v => v.CohortIds);
        builder.HasIndex(v => v.Code).IsUnique();
    }
}
