/** English local authorities and places of the published reports: none of them may name anything invented. */
export const englishPlaces: readonly string[] = `
Barking, Dagenham, Barnet, Barnsley, Bath, Bedford, Bexley, Birmingham, Blackburn, Darwen, Blackpool, Bolton, Bournemouth,
Bracknell, Bradford, Brent, Brighton, Hove, Bristol, Bromley, Buckinghamshire, Bury, Calderdale, Cambridgeshire, Camden,
Cheshire, Chester, Cornwall, Coventry, Croydon, Cumbria, Cumberland, Westmorland, Furness, Darlington, Derby, Derbyshire,
Devon, Doncaster, Dorset, Dudley, Durham, Ealing, Essex, Thurrock, Southend, Enfield, Exeter, Gateshead, Gloucestershire,
Greenwich, Hackney, Halton, Hammersmith, Fulham, Hampshire, Haringey, Harrow, Hartlepool, Havering, Herefordshire,
Hertfordshire, Hillingdon, Hounslow, Hull, Humber, Islington, Kensington, Chelsea, Kent, Kingston, Kirklees, Knowsley,
Lambeth, Lancashire, Leeds, Leicester, Leicestershire, Lewisham, Lincoln, Lincolnshire, Liverpool, London, Luton,
Manchester, Medway, Merton, Middlesborough, Middlesbrough, Redcar, Cleveland, Milton Keynes, Newcastle, Newham, Norfolk,
Northampton, Northamptonshire, Northumberland, Norwich, Nottingham, Nottinghamshire, Oldham, Rochdale, Oxford,
Oxfordshire, Peterborough, Plymouth, Poole, Christchurch, Portsmouth, Reading, Redbridge, Richmond, Rotherham, Rutland,
Salford, Sandwell, Sefton, Sheffield, Shropshire, Slough, Solihull, Somerset, Southampton, Southwark, St Helens,
St. Helens, Staffordshire, Stockport, Stockton, Stoke, Suffolk, Sunderland, Surrey, Sussex, Sutton, Swindon, Tameside,
Telford, Wrekin, Torbay, Tower Hamlets, Trafford, Tyneside, Wakefield, Walsall, Waltham, Wandsworth, Warrington,
Warwickshire, Westminster, Wigan, Wiltshire, Windsor, Maidenhead, Wirral, Wokingham, Wolverhampton, Worcester,
Worcestershire, York, Yorkshire`
  .split(',')
  .map((name) => name.trim())
  .filter((name) => name !== '');
