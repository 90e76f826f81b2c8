using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sweet.Web.Data.Leases;

/// <summary>
/// Written with a work and taken away after its commit: where the connection broke in the middle of the commit, it says whether
/// the work was done. Only where works are repeated at all.
/// </summary>
public sealed class CommittedWork
{
    private CommittedWork()
    {
    }

    public CommittedWork(Guid id) => Id = id;

    public Guid Id { get; private set; }
}

public sealed class CommittedWorkConfiguration : IEntityTypeConfiguration<CommittedWork>
{
    public void Configure(EntityTypeBuilder<CommittedWork> builder)
    {
        builder.ToTable("CommittedWorks");
        builder.Property(w => w.Id).ValueGeneratedNever();
    }
}
