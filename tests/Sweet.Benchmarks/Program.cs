using Sweet.Benchmarks;
using Sweet.Benchmarks.Measures;
using Sweet.Benchmarks.Sites;

if (args is [BareSite.Verb, var page, var form, var database])
{
    await BareSite.Run(page, form, database);
    return 0;
}

if (await Plan.Read(args) is not { } plan)
{
    Console.Error.WriteLine(Plan.Usage);
    return 2;
}

var table = new Table();
await using (var site = await SweetSite.Prepare(plan.Assembly))
{
    if (plan.Has("start")) await Starts.Measure(plan, site, table);
    if (plan.Has("pages")) await Pages.Measure(plan, site, table);
    if (plan.Has("registrations")) await Registrations.Measure(plan, site, table);
    if (plan.What == "office") await Growth.MeasureOffice(site, table);
    if (plan.Has("growth")) await Growth.Measure(plan, site, table);
}

if (plan.WasPublished) Published.Remove(plan.Assembly);
table.Print();
return 0;
